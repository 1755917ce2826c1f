# Installs the libraries with their headers so that find_package(sweep) gives sweep::algorithms and
# sweep::objectives. The headers keep their paths under include/sweep-bench.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sweep)

install(TARGETS sweep_algorithms sweep_objectives EXPORT sweep
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sweep-bench COMPONENT library
  FILE_SET alone DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sweep-bench COMPONENT library)
install(EXPORT sweep NAMESPACE sweep:: FILE sweep-targets.cmake
  DESTINATION ${package_dir} COMPONENT library)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/sweep-config.cmake.in
  ${PROJECT_BINARY_DIR}/cmake/sweep-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/sweep-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmake/sweep-config.cmake
              ${PROJECT_BINARY_DIR}/cmake/sweep-config-version.cmake
  DESTINATION ${package_dir} COMPONENT library)

if(SWEEP_BUILD_BENCH)
  install(TARGETS sweep-bench RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
endif()
