# What `cmake --install` puts where, and the Debian package that `cpack` makes of it.
include(GNUInstallDirs)
set(data ${CMAKE_INSTALL_DATADIR}/fineprint)
install(TARGETS fineprint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES docs/fineprint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES docs/report.png docs/policy.md docs/policy.example.json
              docs/policy.baseline.example.json
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
# The program carries its rules; these are to be read, and copied as a start for one's own.
install(DIRECTORY rules/ DESTINATION ${data}/rules
        FILES_MATCHING PATTERN "*.json" PATTERN README.md)
install(DIRECTORY reports/schema/ DESTINATION ${data}/schema FILES_MATCHING PATTERN "*.json")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "fineprint")
set(CPACK_PACKAGE_CONTACT "The fineprint maintainers <maintainers@fineprint.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find and compare the clauses that matter in vendors' terms")
set(CPACK_PACKAGE_DESCRIPTION
    "fineprint reads the terms and privacy policies of vendors and finds the clauses
 a buyer must know about: who owns what comes out, whether customer data trains
 models, how long it is kept. It compares the vendors in a report that quotes
 every sentence it rests on. The same input and rules give the same report.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
