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
    assert(shelf && kept);
    session_parse(text, size, &facts, shelf, &drawing, &names_network);
    char *printed = session_print(&facts, shelf, &drawing);
    assert(printed);
    assert(session_parse(printed, strlen(printed), &again, kept, NULL, &names_network) ==
           SESSION_WHOLE);
    assert(kept->count == shelf->count);
    cJSON_free(printed);
    free(text);
    free(shelf);
    free(kept);
    drawing_free(&drawing);
    return 0;
}
