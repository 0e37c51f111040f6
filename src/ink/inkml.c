/* InkML: tag by tag, of which those of traces, groups and annotations count. */
#include "ink/inkml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ink/grow.h"
#include "ink/traces.h"

enum { GROUPS_MOST = 32, TRACES_MOST = 20000, CHANNELS_MOST = 16, NO_LABEL = -1 };

/* A part of the text. */
typedef struct InkmlText {
    const char *at, *end;
} InkmlText;

/* A group that is open; the file is one, too. */
typedef struct InkmlGroup {
    int label;
    int first;   /* of the members */
    bool filled; /* a group within it is a digit */
} InkmlGroup;

/* A text being read. */
typedef struct InkmlReader {
    const char *name;
    InkmlText left;
    Traces traces;
    InkmlText *id; /* of each trace */
    int *member;   /* traces in the order in which groups have them */
    int members, member_room, id_room;
    InkmlGroup group[GROUPS_MOST];
    int groups;         /* that are open */
    int channels, x, y; /* of a point: how many, and which are X and Y */
    bool up, ended;     /* y grows upwards; the end of all was seen */
    Digits *digits;
    Err *err;
} InkmlReader;

/* How the value of a channel is given. */
typedef enum InkmlOrder { INKML_VALUE, INKML_FIRST, INKML_SECOND } InkmlOrder;

/* A channel, from point to point. */
typedef struct InkmlChannel {
    InkmlOrder order;
    double value, change;
} InkmlChannel;

static bool refuse(const InkmlReader *reader, const char *reason)
{
    return err_set_code(reader->err, ERR_DAMAGED, "%s is damaged: %s.", reader->name, reason);
}

static bool no_memory(const InkmlReader *reader)
{
    return err_set_code(reader->err, ERR_NO_MEMORY,
                        "There is not enough memory for the strokes; close other programs.");
}

static bool is(InkmlText text, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(text.end - text.at) == length && strncmp(text.at, word, length) == 0;
}

static const char *find(InkmlText text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text.at; (size_t)(text.end - at) >= length; at++) {
        at = memchr(at, *word, (size_t)(text.end - at) - length + 1);
        if (!at) {
            return NULL;
        }
        if (strncmp(at, word, length) == 0) {
            return at;
        }
    }
    return NULL;
}

static InkmlText trim(InkmlText text)
{
    while (text.at < text.end && isspace((unsigned char)*text.at)) {
        text.at++;
    }
    while (text.at < text.end && isspace((unsigned char)text.end[-1])) {
        text.end--;
    }
    return text;
}

/* The name of a tag, without that of its namespace. */
static InkmlText name_of(InkmlText tag)
{
    InkmlText name = {tag.at, tag.at};
    while (name.end < tag.end && !isspace((unsigned char)*name.end) && *name.end != '/') {
        name.at = *name.end == ':' ? name.end + 1 : name.at;
        name.end++;
    }
    return name;
}

/* The value of an attribute, empty where it is missing; a name with ":" before it is it, too. */
static InkmlText attribute(InkmlText tag, const char *name)
{
    size_t length = strlen(name);
    InkmlText left = tag;
    for (const char *at = find(left, name); at; left.at = at + 1, at = find(left, name)) {
        const char *value = at + length;
        bool begins = at > tag.at && (isspace((unsigned char)at[-1]) || at[-1] == ':');
        if (begins && tag.end - value > 1 && value[0] == '=' &&
            (value[1] == '"' || value[1] == '\'')) {
            const char *end = memchr(value + 2, value[1], (size_t)(tag.end - value - 2));
            return end ? (InkmlText){value + 2, end} : (InkmlText){tag.end, tag.end};
        }
    }
    return (InkmlText){tag.end, tag.end};
}

static bool add_member(InkmlReader *reader, int trace)
{
    int *member = grow_items(reader->member, &reader->member_room, reader->members + 1,
                             sizeof *reader->member);
    if (!member) {
        return no_memory(reader);
    }
    reader->member = member;
    member[reader->members++] = trace;
    return reader->members <= TRACES_MOST ||
           refuse(reader, "it has more traces than make sense here");
}

/* The value of a channel, which may be a difference from the point before. */
static bool take_value(InkmlText *left, InkmlChannel *channel)
{
    static const char MARK[] = "!'\"";
    const char *mark = left->at < left->end ? strchr(MARK, *left->at) : NULL;
    if (mark && *mark) {
        channel->order = (InkmlOrder)(mark - MARK);
        left->at++;
    }
    if (left->at < left->end && *left->at == '*') {
        left->at++;
        channel->value += channel->change;
        return true;
    }
    double number, before = channel->value;
    if (!traces_number(&left->at, left->end, &number)) {
        return false;
    }
    channel->value = channel->order == INKML_VALUE   ? number
                     : channel->order == INKML_FIRST ? before + number
                                                     : before + channel->change + number;
    channel->change = channel->order == INKML_VALUE ? 0 : channel->value - before;
    return channel->value < 1e12 && channel->value > -1e12;
}

/* A point: values up to a comma. */
static bool take_point(InkmlReader *reader, InkmlText point, InkmlChannel *channel)
{
    int count = 0;
    for (point = trim(point); point.at < point.end; point = trim(point)) {
        if (count == CHANNELS_MOST || !take_value(&point, &channel[count])) {
            /* Channels behind X and Y may be words, as T and F for a button. */
            if (count > reader->x && count > reader->y) {
                break;
            }
            return refuse(reader, "a trace has something else than numbers in it");
        }
        count++;
    }
    if (count == 0) {
        return true;
    }
    return count > reader->x && count > reader->y
               ? traces_add(&reader->traces, channel[reader->x].value, channel[reader->y].value,
                            reader->err)
               : refuse(reader, "a point of a trace has no X or no Y");
}

static bool take_trace(InkmlReader *reader, InkmlText tag, InkmlText contents)
{
    InkmlChannel channel[CHANNELS_MOST] = {{0}};
    int trace = reader->traces.strokes;
    InkmlText *id = grow_items(reader->id, &reader->id_room, trace + 1, sizeof *reader->id);
    if (!id) {
        return no_memory(reader);
    }
    reader->id = id;
    id[trace] = attribute(tag, "id");
    if (!traces_begin(&reader->traces, reader->err)) {
        return false;
    }
    while (contents.at < contents.end && !is(attribute(tag, "type"), "penUp")) {
        const char *comma = memchr(contents.at, ',', (size_t)(contents.end - contents.at));
        InkmlText point = {contents.at, comma ? comma : contents.end};
        if (!take_point(reader, point, channel)) {
            return false;
        }
        contents.at = comma ? comma + 1 : contents.end;
    }
    return add_member(reader, trace);
}

/* The trace that a view names; the next one is the most likely. */
static bool take_view(InkmlReader *reader, InkmlText tag)
{
    InkmlText wanted = attribute(tag, "traceDataRef");
    wanted.at += wanted.at < wanted.end && *wanted.at == '#';
    int traces = reader->traces.strokes;
    int first = reader->members > 0 ? reader->member[reader->members - 1] + 1 : 0;
    for (int i = 0; i < traces; i++) {
        int trace = (first + i) % traces;
        InkmlText id = reader->id[trace];
        if (id.end - id.at == wanted.end - wanted.at && id.at < id.end &&
            memcmp(id.at, wanted.at, (size_t)(id.end - id.at)) == 0) {
            return add_member(reader, trace);
        }
    }
    return true;
}

/* Of the annotations those that say what was written. */
static void take_annotation(InkmlReader *reader, InkmlText tag, InkmlText contents)
{
    static const char *const TYPE[] = {"", "truth", "groundTruth", "label", "class", "digit"};
    InkmlText text = trim(contents), type = attribute(tag, "type");
    bool says = false;
    for (size_t i = 0; i < sizeof TYPE / sizeof *TYPE; i++) {
        says = says || is(type, TYPE[i]);
    }
    if (says && text.end - text.at == 1 && isdigit((unsigned char)*text.at)) {
        reader->group[reader->groups - 1].label = *text.at - '0';
    }
}

static bool open_group(InkmlReader *reader)
{
    if (reader->groups == GROUPS_MOST) {
        return refuse(reader, "it has more groups within groups than make sense here");
    }
    reader->group[reader->groups++] = (InkmlGroup){.label = NO_LABEL, .first = reader->members};
    return true;
}

/* A group that is a digit, and has none within it, is added. */
static bool close_group(InkmlReader *reader)
{
    const InkmlGroup *group = &reader->group[reader->groups - 1];
    bool digit = group->label != NO_LABEL && !group->filled;
    int traces = reader->members - group->first;
    if (digit && traces > 0 &&
        !traces_digit(&reader->traces, reader->member + group->first, traces, reader->up,
                      group->label, "inkml", reader->digits, reader->err)) {
        return false;
    }
    if (reader->groups > 1) {
        reader->group[reader->groups - 2].filled |= digit || group->filled;
        reader->groups--;
    }
    return true;
}

static void take_channel(InkmlReader *reader, InkmlText tag)
{
    InkmlText name = attribute(tag, "name");
    reader->x = is(name, "X") ? reader->channels : reader->x;
    reader->y = is(name, "Y") ? reader->channels : reader->y;
    reader->up = is(name, "Y") ? is(attribute(tag, "orientation"), "-ve") : reader->up;
    reader->channels++;
}

/* Behind a tag, up to the next one. */
static InkmlText contents_of(const InkmlReader *reader)
{
    InkmlText contents = reader->left;
    const char *next = memchr(contents.at, '<', (size_t)(contents.end - contents.at));
    return (InkmlText){contents.at, next ? next : contents.end};
}

static bool take_tag(InkmlReader *reader, InkmlText tag, bool closes)
{
    InkmlText name = name_of(tag);
    bool empty = tag.end > tag.at && tag.end[-1] == '/';
    if (closes) {
        reader->ended = reader->ended || is(name, "ink");
        return !is(name, "traceGroup") || reader->groups == 1 || close_group(reader);
    }
    if (is(name, "traceGroup")) {
        return empty || open_group(reader);
    }
    if (is(name, "traceFormat")) {
        reader->channels = 0;
    } else if (is(name, "channel")) {
        take_channel(reader, tag);
    } else if (is(name, "annotation") && !empty) {
        take_annotation(reader, tag, contents_of(reader));
    } else if (is(name, "trace") && !empty) {
        return take_trace(reader, tag, contents_of(reader));
    } else if (is(name, "traceView")) {
        return take_view(reader, tag);
    }
    return true;
}

/* What is between "<" and ">", moving behind it; of comments and the like nothing, up to their own
 * ends. False where that is missing. */
static bool next_tag(InkmlReader *reader, InkmlText *tag)
{
    static const char *const ENDS[][2] = {{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}};
    InkmlText left = reader->left;
    const char *end = find(left, ">");
    *tag = (InkmlText){left.at, end};
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(ENDS[i][0]);
        if ((size_t)(left.end - left.at) >= length && strncmp(left.at, ENDS[i][0], length) == 0) {
            end = find(left, ENDS[i][1]);
            tag->end = tag->at;
            end = end ? end + strlen(ENDS[i][1]) - 1 : NULL;
            break;
        }
    }
    reader->left.at = end ? end + 1 : left.end;
    return end != NULL;
}

static bool read_tags(InkmlReader *reader)
{
    InkmlText tag;
    for (;;) {
        reader->left.at = contents_of(reader).end;
        if (reader->left.at == reader->left.end) {
            return (reader->ended && close_group(reader)) ||
                   (!reader->ended && refuse(reader, "it is cut short, for it has no </ink>"));
        }
        reader->left.at++;
        bool closes = reader->left.at < reader->left.end && *reader->left.at == '/';
        reader->left.at += closes;
        if (!next_tag(reader, &tag)) {
            return refuse(reader, "it is cut short");
        }
        if (!take_tag(reader, tag, closes)) {
            return false;
        }
    }
}

bool inkml_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err)
{
    InkmlReader reader = {.name = name,
                          .left = {text, text + size},
                          .group = {{.label = NO_LABEL}},
                          .groups = 1,
                          .y = 1,
                          .digits = digits,
                          .err = err};
    int before = digits->digits;
    bool ok = read_tags(&reader);
    if (ok && digits->digits == before) {
        ok = err_set_code(err, ERR_FOREIGN,
                          "%s has no digits in it: they are traces with an <annotation "
                          "type=\"truth\"> of 0 to 9, which each <traceGroup> may have.",
                          name);
    }
    traces_free(&reader.traces);
    free(reader.id);
    free(reader.member);
    return ok;
}
