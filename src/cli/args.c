/* The options of a command: read from its arguments, and printed as its help. */
#include "cli/args.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/spell.h"

/* What getopt_long() returns for option i is FIRST_OPTION + i, above every character. */
enum { FIRST_OPTION = 1000, HELP_WIDTH = 26 };

bool args_number(const char *text, float *number)
{
    char *end;
    float value = strtof(text, &end);
    /* strtof() alone would take blanks, hexadecimal, "inf" and "nan". */
    if (end == text || *end || text[strspn(text, "0123456789+-.eE")] || !isfinite(value)) {
        return false;
    }
    *number = value;
    return true;
}

static bool parse_whole(const char *text, int *whole)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (end == text || *end || text[strspn(text, "0123456789-")] || errno || value < INT_MIN ||
        value > INT_MAX) {
        return false;
    }
    *whole = (int)value;
    return true;
}

static bool parse_seed(const char *text, uint64_t *seed)
{
    errno = 0;
    unsigned long long value = strtoull(text, NULL, 10);
    if (!*text || text[strspn(text, "0123456789")] || errno || value > UINT64_MAX) {
        return false;
    }
    *seed = value;
    return true;
}

static bool take_value(const ArgOption *option, const char *text, Err *err)
{
    if (option->flag) {
        *option->flag = true;
        return true;
    }
    if (option->text) {
        *option->text = text;
        return true;
    }
    if (option->whole && !parse_whole(text, option->whole)) {
        return err_set(err, "--%s takes a whole number, not '%s'.", option->name, text);
    }
    if (option->seed && !parse_seed(text, option->seed)) {
        return err_set(err, "--%s takes a whole number from 0 to %llu, not '%s'.", option->name,
                       (unsigned long long)UINT64_MAX, text);
    }
    if (option->number && !args_number(text, option->number)) {
        return err_set(err, "--%s takes a number, not '%s'.", option->name, text);
    }
    return true;
}

/* The sentence for an option that there is not: "--epoks" or "--epoks=3". */
static bool complain_unknown(const ArgForm *form, const char *option, Err *err)
{
    int length = (int)strcspn(option, "=");
    char name[ERR_TEXT_MAX];
    snprintf(name, sizeof name, "%.*s", length, option);
    Spell spell = spell_of(name + strspn(name, "-"));
    for (int i = 0; i < form->options; i++) {
        spell_offer(&spell, form->option[i].name);
    }
    return spell.meant ? err_set(err, "There is no option %s: did you mean --%s? --help lists all.",
                                 name, spell.meant)
                       : err_set(err, "There is no option %s; --help lists those there are.", name);
}

/* The sentence for what getopt_long() did not understand: `got` is ':' or '?'. */
static bool complain(const ArgForm *form, int got, char **argv, Err *err)
{
    if (optopt >= FIRST_OPTION && optopt < FIRST_OPTION + form->options) {
        const ArgOption *option = &form->option[optopt - FIRST_OPTION];
        return got == ':' ? err_set(err, "--%s needs a value: --%s %s.", option->name, option->name,
                                    option->value)
                          : err_set(err, "--%s takes no value.", option->name);
    }
    return optopt ? err_set(err, "There is no option -%c; --help lists those there are.", optopt)
                  : complain_unknown(form, argv[optind - 1], err);
}

/* Looked for first, so that help is given whatever else is wrong, and shows the defaults. */
static bool wants_help(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            return true;
        }
    }
    return false;
}

static void print_option(const ArgOption *option)
{
    char left[HELP_WIDTH + 1];
    snprintf(left, sizeof left, "--%s %s", option->name, option->value ? option->value : "");
    printf("  %-*s%s", HELP_WIDTH, left, option->help);
    if (option->text && *option->text) {
        printf(" (%s)", *option->text);
    } else if (option->whole) {
        printf(" (%d)", *option->whole);
    } else if (option->seed) {
        printf(" (%llu)", (unsigned long long)*option->seed);
    } else if (option->number) {
        printf(" (%g)", (double)*option->number);
    }
    printf("\n");
}

/* With the defaults that the targets hold. */
static void print_help(const ArgForm *form)
{
    printf("Usage: %s\n\n%s\n\n", form->usage, form->about);
    for (int i = 0; i < form->options; i++) {
        print_option(&form->option[i]);
    }
    print_option(&(ArgOption){.name = "help", .help = "print this"});
}

bool args_parse(const ArgForm *form, int argc, char **argv, Args *args, Err *err)
{
    assert(form->options <= ARGS_MAX_OPTIONS);
    struct option known[ARGS_MAX_OPTIONS + 1] = {0};
    for (int i = 0; i < form->options; i++) {
        int takes = form->option[i].value ? required_argument : no_argument;
        known[i] = (struct option){form->option[i].name, takes, NULL, FIRST_OPTION + i};
    }
    *args = (Args){.help = wants_help(argc, argv)};
    if (args->help) {
        print_help(form);
        return true;
    }
    opterr = 0;
    optind = 0; /* starts over, whatever was parsed before */
    for (int got; (got = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (got < FIRST_OPTION) {
            return complain(form, got, argv, err);
        }
        if (!take_value(&form->option[got - FIRST_OPTION], optarg, err)) {
            return false;
        }
    }
    args->path = argv + optind;
    args->paths = argc - optind;
    if (args->paths < form->least || args->paths > form->most) {
        return err_set(err, "%s", form->needs);
    }
    return true;
}
