/** For two cores and 34 provinces with a database each. */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket folder is shared with every other PostgreSQL of the machine, and its path may be too long.
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  fsync: 'on',
  synchronous_commit: 'on',
  // After a crash, one call for the file system instead of one for every file of every province: 0.4 s for 0.9 s.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  jit: 'off',
  // A parallel plan takes the core on which another province's request waits.
  max_parallel_workers_per_gather: '0',
  // The same on every machine: initdb would take over the one of the machine it ran on.
  timezone: 'UTC',
  // `log` ranks above `error` here: why a start fails is written, a statement with a citizen's data is not.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length_on_error: '0',
  // Nothing rotates the log while the server runs, so routine lines stay out.
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
};

/** What initdb gets everywhere, a test container included: with `--locale=C`, pg_trgm drops đ and ắ. */
export const localeFlags: readonly string[] = [
  '--encoding=UTF8',
  // macOS knows no C.UTF-8.
  `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  // Reasons of a failed start are read from the log, so it is English whatever the machine speaks.
  '--lc-messages=C',
  '--locale-provider=icu',
  '--icu-locale=vi',
];
