import { type Kysely, sql } from 'kysely';

/** The tables better-auth works on, in a schema of their own: for a province, and once in the registry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table identity."user" (
      id text primary key,
      name text not null,
      email text not null unique,
      "emailVerified" boolean not null default false,
      image text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    );
    create table identity."session" (
      id text primary key,
      token text not null unique,
      "userId" text not null references identity."user" on delete cascade,
      "expiresAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    );
    create index on identity."session" ("userId");
    create table identity."account" (
      id text primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references identity."user" on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    );
    create index on identity."account" ("userId");
    create table identity."verification" (
      id text primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    );
    create index on identity."verification" (identifier);
  `.execute(db);
}
