/* Debian builds libxml2 with ICU, whose headers contradict those that Swift's Foundation brings. ICU shows in
   libxml2's headers only inside the structure of an encoding handler, which Essaim never touches. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/xmlwriter.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
