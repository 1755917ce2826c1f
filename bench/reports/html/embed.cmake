# Puts the files of the page into a library: the assembler takes them in as they are.
#   sweep_embed_page(LIBRARY)
function(sweep_embed_page library)
  set(folder ${PROJECT_SOURCE_DIR}/bench/reports/html)
  # The page's own scripts, in the order in which they stand in it: each uses those before it only.
  set(scripts
    dom.js
    theme.js
    tables.js
    figures/common.js
    figures/curves.js
    figures/timed.js
    figures/intervals.js
    figures/bars.js
    figures/courses.js
    figures/parallel.js
    figures/points.js
    figures/slice.js
    figures/catalog.js
    export.js
    state.js
    chart.js
    view.js
    lines.js
    trials.js
    news.js
    main.js)
  list(TRANSFORM scripts PREPEND ${folder}/)
  set(frame ${folder}/page.html)
  set(style ${folder}/style.css)
  set(echarts ${folder}/echarts/echarts.min.js)
  set(licences ${folder}/echarts/LICENCES.txt)
  set(bytes "")
  foreach(part IN ITEMS frame style echarts licences scripts)
    string(APPEND bytes "sweep_page_${part}:\n")
    foreach(file IN LISTS ${part})
      string(APPEND bytes ".incbin \"${file}\"\n")
    endforeach()
    string(APPEND bytes "sweep_page_${part}_end:\n.hidden sweep_page_${part}\n"
      ".hidden sweep_page_${part}_end\n.global sweep_page_${part}\n.global sweep_page_${part}_end\n")
    string(APPEND symbols "extern const char sweep_page_${part}[];\n"
      "extern const char sweep_page_${part}_end[];\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_page.cpp)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded_page.cpp.in ${source} @ONLY)
  set_property(SOURCE ${source} PROPERTY OBJECT_DEPENDS
    "${frame};${style};${echarts};${licences};${scripts}")
  target_sources(${library} PRIVATE ${source})
endfunction()
