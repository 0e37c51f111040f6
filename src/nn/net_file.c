/* Networks in files. Placeholder. */
#include "nn/net_file.h"
