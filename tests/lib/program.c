/* Another program: trains a network on IDX files, saves it, opens it and reads images with it. */
#include <inkling.h>
#include <stdio.h>

static bool train(const Dataset *data, Net *net, Err *err)
{
    TrainConfig config = train_config_default();
    TrainStats stats = {0};
    Trainer *trainer = trainer_create(data, data, config.threads, false, NULL, NULL, err);
    bool begun = trainer && trainer_start(trainer, &config, net, false, err);
    for (; begun && !stats.finished && !stats.failed; trainer_poll(trainer, net, &stats)) {
        trainer_wait(trainer, 1000);
    }
    trainer_destroy(trainer);
    return stats.finished || (stats.failed && (*err = stats.why, false));
}

int main(int argc, char **argv)
{
    Err err = {0};
    Net net = {0};
    NetActs acts = {0};
    Dataset data = {0};
    NetMeta meta = {.entry = {{"author", "another program"}}, .entries = 1}, read = {0};
    bool ok = argc == 4 && idx_load(&data, argv[1], argv[2], NULL, &err) &&
              net_make(&net, &(NetShape){2, {NET_INPUTS, 30, NET_OUTPUTS}}, &err) &&
              (net_randomise(&net, &(Rng){1}), train(&data, &net, &err)) &&
              net_file_save(&net, &meta, argv[3], &err) && (net_free(&net), true) &&
              net_file_load(&net, &read, argv[3], &err) && net_acts_make(&acts, &net.shape, &err);
    for (int i = 0; ok && i < 10; i++) {
        NetInput image = dataset_input(&data, i);
        net_forward(&net, &image, &acts);
        printf("%s: %d\n", net_meta_get(&read, "author"), net_answer(net_outputs(&net, &acts)));
    }
    net_meta_free(&read);
    net_acts_free(&acts);
    net_free(&net);
    dataset_free(&data);
    return ok ? 0 : (fprintf(stderr, "%s\n", err.text), err.code == ERR_MISSING ? 2 : 1);
}
