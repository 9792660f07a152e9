/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* measure RUNS PREPARE A [PREPARE B]: runs the commands A and B in turn, A B A B, and times whole processes from spawn to exit.
 * A and B are command lines, started without a shell; their output goes nowhere. Each PREPARE is run by sh before, untimed; it may be empty.
 * `{}` stands for the number of the run, from 1. Prints one line: medians of A (seconds, CPU seconds, peak MiB), of B, and the median of the ratios A/B. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define MAX_RUNS 1000

typedef enum { SECONDS, CPU_SECONDS, PEAK_MIB, N_VALUES } Value;

static G_NORETURN void
fail (const char *command, const char *why)
{
  g_printerr ("measure: %s: %s\n", command, why);
  exit (1);
}

static char *
with_number (const char *command, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  g_auto (GStrv) parts = g_strsplit (command, "{}", -1);

  return g_strjoinv (text, parts);
}

static void
prepare (const char *command, int number)
{
  g_autofree char *line = with_number (command, number);

  if (line[0] != '\0' && system (line) != 0)
    fail (line, "failed");
}

static double
seconds_of (struct timeval time)
{
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void
run (const char *command, int number, double *values)
{
  g_autofree char *line = with_number (command, number);
  g_auto (GStrv) argv = NULL;
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  gint64 start_us;
  int status, result;
  pid_t pid;

  if (!g_shell_parse_argv (line, NULL, &argv, NULL))
    fail (line, "no command line");
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen (&actions, 1, "/dev/null", O_WRONLY, 0);
  start_us = g_get_monotonic_time ();
  result = posix_spawnp (&pid, argv[0], &actions, NULL, argv, environ);
  if (result != 0)
    fail (line, g_strerror (result));
  while (wait4 (pid, &status, 0, &usage) < 0)
    if (errno != EINTR)
      fail (line, g_strerror (errno));
  values[SECONDS] = (double)(g_get_monotonic_time () - start_us) / 1e6;
  posix_spawn_file_actions_destroy (&actions);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    fail (line, "ended badly");
  values[CPU_SECONDS] = seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime);
  values[PEAK_MIB] = (double)usage.ru_maxrss / 1024;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median (double *values, int n)
{
  qsort (values, (size_t)n, sizeof *values, compare);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

int
main (int argc, char **argv)
{
  static double values[2][N_VALUES][MAX_RUNS], ratios[MAX_RUNS];
  int runs = argc > 1 ? atoi (argv[1]) : 0, sides = argc == 6 ? 2 : 1;

  if ((argc != 4 && argc != 6) || runs < 1 || runs > MAX_RUNS) {
    g_printerr ("Usage: measure RUNS PREPARE A [PREPARE B]\n");
    return 2;
  }
  for (int i = 0; i < runs; i++) {
    for (int side = 0; side < sides; side++) {
      double now[N_VALUES];

      prepare (argv[2 + 2 * side], i + 1);
      run (argv[3 + 2 * side], i + 1, now);
      for (int value = 0; value < N_VALUES; value++)
        values[side][value][i] = now[value];
    }
    if (sides == 2)
      ratios[i] = values[0][SECONDS][i] / values[1][SECONDS][i];
  }
  for (int side = 0; side < sides; side++)
    for (int value = 0; value < N_VALUES; value++)
      g_print ("%.5f ", median (values[side][value], runs));
  g_print ("%.4f\n", sides == 2 ? median (ratios, runs) : 1.0);
  return 0;
}
