/* FANN: 784-16-16-10, sigmoid, incremental training, one image after another in a fresh order each
 * epoch. Usage: fann_peer FOLDER EPOCHS, of the unpacked files; prints as peer.py says. */
#include <floatfann.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { INPUTS = 784, OUTPUTS = 10, TRAIN = 60000, TEST = 10000, BLOCK = 500 };

typedef struct Images {
    float *input; /* count x INPUTS, 0..1 */
    uint8_t *label;
    int count;
} Images;

static uint8_t *read_bytes(const char *folder, const char *part, const char *kind, long header,
                           size_t size)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s-%s", folder, part, kind);
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(size);
    if (!file || !bytes || fseek(file, header, SEEK_SET) != 0 ||
        fread(bytes, 1, size, file) != size) {
        fprintf(stderr, "fann_peer: %s cannot be read.\n", path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return bytes;
}

static Images load(const char *folder, const char *part, int count)
{
    size_t cells = (size_t)count * INPUTS;
    uint8_t *level = read_bytes(folder, part, "images-idx3-ubyte", 16, cells);
    Images images = {malloc(cells * sizeof(float)),
                     read_bytes(folder, part, "labels-idx1-ubyte", 8, (size_t)count), count};
    if (!images.input) {
        exit(EXIT_FAILURE);
    }
    for (size_t i = 0; i < cells; i++) {
        images.input[i] = (float)level[i] / 255.0f;
    }
    free(level);
    return images;
}

static void swap(int *a, int *b)
{
    int kept = *a;
    *a = *b;
    *b = kept;
}

/* As Inkling's: blocks of neighbours in random order, shuffled inside. */
static void shuffle(int *order)
{
    for (int i = 0; i < TRAIN; i++) {
        order[i] = i;
    }
    for (int block = TRAIN / BLOCK - 1; block > 0; block--) {
        int other = rand() % (block + 1);
        for (int i = 0; i < BLOCK; i++) {
            swap(&order[block * BLOCK + i], &order[other * BLOCK + i]);
        }
    }
    for (int i = 0; i < TRAIN; i++) {
        int left_in_block = BLOCK - i % BLOCK;
        swap(&order[i], &order[i + rand() % left_in_block]);
    }
}

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double accuracy(struct fann *network, const Images *images)
{
    int right = 0;
    for (int i = 0; i < images->count; i++) {
        const float *output = fann_run(network, images->input + (size_t)i * INPUTS);
        int best = 0;
        for (int d = 1; d < OUTPUTS; d++) {
            best = output[d] > output[best] ? d : best;
        }
        right += best == images->label[i];
    }
    return (double)right / images->count;
}

/* Returns how many images it trained on. */
static int train_epoch(struct fann *network, const Images *images, int *order)
{
    int trained = 0;
    shuffle(order);
    for (int i = 0; i < TRAIN; i++) {
        float wanted[OUTPUTS] = {0};
        wanted[images->label[order[i]]] = 1;
        fann_train(network, images->input + (size_t)order[i] * INPUTS, wanted);
        trained++;
    }
    return trained;
}

/* Its sigmoid has the steepness 1/2 by default: 1 / (1 + exp(-z)). */
static struct fann *make_network(float rate)
{
    struct fann *network = fann_create_standard(4, INPUTS, 16, 16, OUTPUTS);
    fann_set_training_algorithm(network, FANN_TRAIN_INCREMENTAL);
    fann_set_activation_function_hidden(network, FANN_SIGMOID);
    fann_set_activation_function_output(network, FANN_SIGMOID);
    fann_set_train_error_function(network, FANN_ERRORFUNC_LINEAR);
    fann_set_learning_rate(network, rate);
    return network;
}

int main(int argc, char **argv)
{
    static const float RATES[] = {0.1f, 0.3f};
    if (argc != 3) {
        return EXIT_FAILURE;
    }
    Images train = load(argv[1], "train", TRAIN), test = load(argv[1], "t10k", TEST);
    int *order = malloc(TRAIN * sizeof *order), epochs = atoi(argv[2]);
    for (size_t r = 0; order && r < sizeof RATES / sizeof *RATES; r++) {
        int trained = 0;
        srand(1);
        double seconds[100];
        struct fann *network = make_network(RATES[r]);
        for (int e = 0; e < epochs && e < 100; e++) {
            double start_s = now_s();
            trained = train_epoch(network, &train, order);
            seconds[e] = now_s() - start_s;
        }
        printf("FANN\tincremental, rate %g\t%d\tnone\t%.4f\t", (double)RATES[r], trained,
               accuracy(network, &test));
        for (int e = 0; e < epochs && e < 100; e++) {
            printf("%s%.5f", e ? " " : "", seconds[e]);
        }
        printf("\n");
        fann_destroy(network);
    }
    return EXIT_SUCCESS;
}
