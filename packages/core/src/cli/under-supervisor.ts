/** How a server that ends asks to be started again: EX_TEMPFAIL, which systemd's `Restart=on-failure` heeds as well. */
export const restartWanted = 75;

/** Set for a server whose predecessor started the embedded PostgreSQL: stopping it is up to whoever comes last. */
export const ownsPostgres = 'TINHTHONG_OWNS_POSTGRES';

export type SupervisorMessage = 'started-postgres' | 'ready';

export function tellSupervisor(message: SupervisorMessage): void {
  process.send?.(message);
}

/** Without its supervisor nobody could stop this process, or start it again in order. */
export function endWithSupervisor(): void {
  if (process.channel === undefined) return;
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
}
