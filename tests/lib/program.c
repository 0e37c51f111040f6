/* Another program: trains a network on IDX files, saves it, opens it and reads images with it. */
#include <inkling.h>
#include <stdio.h>

static bool train(const Dataset *data, const TrainConfig *config, Net *net, Err *err)
{
    TrainStats stats = {0};
    Trainer *trainer = trainer_create(data, data, config->threads, false, NULL, NULL, err);
    bool ok = trainer && trainer_start(trainer, config, net, false, err);
    while (ok && !stats.finished && !stats.failed) {
        trainer_wait(trainer, 1000);
        trainer_poll(trainer, net, &stats);
    }
    trainer_destroy(trainer);
    *err = stats.failed ? stats.why : *err;
    return ok && stats.finished;
}

int main(int argc, char **argv)
{
    Err err = {0};
    Rng rng = {1};
    Dataset data = {0};
    Net net = {0}, opened = {0};
    NetShape shape = net_shape_default();
    TrainConfig config = train_config_default();
    NetInfo info = {.cost = config.cost};
    bool ok = argc == 4 && idx_load(&data, argv[1], argv[2], NULL, &err) &&
              net_make(&net, &shape, &err) && (net_randomise(&net, &rng), true) &&
              train(&data, &config, &net, &err) && net_save(&net, &info, argv[3], &err) &&
              net_load(&opened, &info, argv[3], &err);
    for (int i = 0; ok && i < 10; i++) {
        NetActs acts;
        NetInput image = dataset_input(&data, i);
        net_forward(&opened, &image, &acts);
        printf("a %d is read as %d\n", data.label[i], net_answer(net_outputs(&opened, &acts)));
    }
    fprintf(stderr, "%s", ok ? "" : err.text);
    return ok ? 0 : err.code == ERR_MISSING ? 2 : 1;
}
