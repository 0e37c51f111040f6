# The table of run.sh, from lines ROUND, PEER, SETTING, IMAGES, CHANGES, ACCURACY, SECONDS of the epochs,
# with tabs: IMAGES are those of an epoch, and CHANGES how each is changed first. Where two peers did
# other work there is no table.
# A round's time is its shortest epoch. A ratio compares a peer's time with Inkling's of the same
# round. A peer is shown with its fastest setting of those that know 90 % of the test images.
BEGIN { FS = "\t" }

NR == 1 {
    images = $4
    changes = $5
}

NF != 7 || $4 != images || $5 != changes || changes != "none" {
    printf "The work is not the same: an epoch of %s (%s) has %s images, changed: %s; ", $2, $3, $4, $5
    print "and it has " images " images of Inkling, none of which may be changed."
    wrong = 1
    exit 1
}

{
    count = split($7, seconds, " ")
    least = seconds[1]
    for (i = 2; i <= count; i++) {
        least = seconds[i] < least ? seconds[i] : least
        all[$2, $3, ++times[$2, $3]] = seconds[i]
    }
    all[$2, $3, ++times[$2, $3]] = seconds[1]
    if (!(($1, $2, $3) in took) || least < took[$1, $2, $3]) {
        took[$1, $2, $3] = least
    }
    accuracy[$2, $3] = $6
    rounds = $1
    if (!(($2, $3) in known)) {
        known[$2, $3]
        peer[++settings] = $2
        setting[settings] = $3
    }
}

# Sorts value[1..count] and sets low, middle and high.
function spread(value, count,    i, j, kept) {
    for (i = 2; i <= count; i++) {
        kept = value[i]
        for (j = i - 1; j >= 1 && value[j] > kept; j--) {
            value[j + 1] = value[j]
        }
        value[j + 1] = kept
    }
    low = value[1]
    high = value[count]
    middle = (value[int((count + 1) / 2)] + value[int(count / 2) + 1]) / 2
}

function show(s,    i, value, ratio) {
    for (i = 1; i <= times[peer[s], setting[s]]; i++) {
        value[i] = all[peer[s], setting[s], i]
    }
    spread(value, i - 1)
    printf "%-13s %-33s %7.2f %% %9.4f %9.4f", peer[s], setting[s],
        100 * accuracy[peer[s], setting[s]], low, middle
    for (i = 1; i <= rounds; i++) {
        ratio[i] = took[i, peer[s], setting[s]] / took[i, peer[1], setting[1]]
    }
    spread(ratio, rounds)
    printf "   %7.1f %7.1f %7.1f%s\n", low, middle, high, best[peer[s]] == s ? "  *" : ""
}

END {
    if (wrong) {
        exit 1
    }
    for (s = 1; s <= settings; s++) {
        for (i = 1; i <= times[peer[s], setting[s]]; i++) {
            value[i] = all[peer[s], setting[s], i]
        }
        spread(value, i - 1)
        fastest[s] = low
        if (accuracy[peer[s], setting[s]] < 0.9) {
            continue
        }
        if (!best[peer[s]] || fastest[s] < fastest[best[peer[s]]]) {
            best[peer[s]] = s
        }
    }
    printf "\n%-47s %9s %18s %24s\n", "", "test", "s/epoch", "ratio to Inkling"
    printf "%-13s %-33s %9s %9s %9s   %7s %7s %7s\n",
        "peer", "setting", "accuracy", "least", "median", "least", "median", "most"
    for (s = 1; s <= settings; s++) {
        show(s)
    }
    print "\n* the fastest of a peer's settings that know 90 % of the test images; one thread each,"
    print "an epoch has " images " images, none of them changed"
    print "rounds: " rounds "; a ratio is that of the shortest epochs of one round"
}
