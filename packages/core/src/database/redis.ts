import { Redis } from 'ioredis';

const longestAnswerMs = 2_000;
const longestPauseMs = 5_000;

/** A connection for what may be lost: commands fail at once while Redis is away, and nothing waits for it. */
export function openRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: longestAnswerMs,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(longestPauseMs, 100 * 2 ** attempt),
  });
  redis.on('error', onError);
  return redis;
}
