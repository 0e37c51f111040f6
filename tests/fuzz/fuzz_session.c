/* The text of a session: what could be read of it is printed, and reads whole. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "lab/session_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SessionFacts facts = session_facts_default(), again = facts;
    Drawing drawing = {0};
    bool names_network = false;
    char *text = fuzz_text(data, size);
    SessionShelf *shelf = calloc(1, sizeof *shelf), *kept = calloc(1, sizeof *kept);
    RecentFiles *recent = calloc(2, sizeof *recent);
    assert(shelf && kept && recent);
    session_parse(text, size, &facts, &recent[0], shelf, &drawing, &names_network);
    char *printed = session_print(&facts, &recent[0], shelf, &drawing);
    assert(printed);
    assert(session_parse(printed, strlen(printed), &again, &recent[1], kept, NULL,
                         &names_network) == SESSION_WHOLE);
    assert(kept->count == shelf->count && recent[0].count == recent[1].count);
    cJSON_free(printed);
    free(text);
    free(shelf);
    free(kept);
    free(recent);
    drawing_free(&drawing);
    return 0;
}
