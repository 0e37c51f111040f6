/* What the person chose in the window. */
#include "lab/settings.h"

Settings settings_default(void)
{
    return (Settings){
        .tool = TOOL_PEN, .brush_cell = BRUSH_DEFAULT_CELL, .dark = true, .zoom = 1.0f};
}
