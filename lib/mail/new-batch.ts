import { type Attempt, type Begun, beginAttempt, type Queryable } from './begin-attempt'
import { chooseMails, HOUR, type Sent, type Waiting } from './choose-mails'

/** The order of sending: a mailing to a million signers comes after every mail that a person is waiting for. */
export const PRIORITIES = ['mailing_id IS NULL', 'mailing_id IS NOT NULL'] as const
export type Priority = (typeof PRIORITIES)[number]

/**
 * Begins an attempt with up to `size` due mails, as far as the hourly limit of their addresses allows; the others are
 * postponed to the time at which it does. Call it under the claim lock, so that no two workers count at once.
 * @returns the mails; none if none may be sent
 */
export async function newBatch(client: Queryable, attempt: Attempt, turn: Priority, size: number): Promise<Begun[]> {
  // A mailing goes once to each signer and cannot be requested: only its queue limits it.
  if (turn === 'mailing_id IS NOT NULL') return takeMailings(client, attempt, size)
  const { now } = attempt
  for (;;) {
    const addresses = await dueAddresses(client, now, size)
    if (addresses.length === 0) return []
    const { waiting, sent } = await mailsTo(client, addresses, now)
    const { go, later } = chooseMails(waiting, sent, now)
    await postpone(client, later)
    // A round that sends nothing postpones all that it saw, so the loop ends.
    if (go.length > 0) return take(client, attempt, go.slice(0, size))
  }
}

const DUE = 'sent_at IS NULL AND failed_at IS NULL AND batch_id IS NULL AND mailing_id IS NULL AND not_before <= $1'

async function dueAddresses(client: Queryable, now: Date, size: number): Promise<Buffer[]> {
  const { rows } = await client.query<{ address: Buffer }>({
    name: 'mail-due-addresses',
    text: `SELECT DISTINCT address_index AS address
      FROM (SELECT address_index FROM mail WHERE ${DUE} ORDER BY not_before LIMIT $2) AS first`,
    values: [now, size],
  })
  return rows.map(({ address }) => address)
}

/** Waiting mails to these addresses, and those being sent, or sent (perhaps) within the hour. */
async function mailsTo(
  client: Queryable,
  addresses: Buffer[],
  now: Date,
): Promise<{ waiting: Waiting[]; sent: Sent[] }> {
  const { rows } = await client.query<Waiting & { at: Date | null }>({
    name: 'mail-to-addresses',
    text: `SELECT id, encode(address_index, 'hex') AS address, network, solved, queued_at AS "queuedAt",
        CASE WHEN NOT (${DUE}) THEN coalesce(sent_at, failed_at, $1) END AS at
      FROM mail WHERE address_index = ANY($2::bytea[]) AND ((${DUE}) OR sent_at > $3
        OR (failure = 'outcome_unknown' AND failed_at > $3)
        OR (sent_at IS NULL AND failed_at IS NULL AND batch_id IS NOT NULL))`,
    values: [now, addresses, new Date(now.getTime() - HOUR)],
  })
  const sent = rows.flatMap(({ at, ...mail }) => (at ? [{ ...mail, at }] : []))
  return { waiting: rows.filter(({ at }) => at === null), sent }
}

async function postpone(client: Queryable, later: { mail: Waiting; at: Date }[]): Promise<void> {
  if (later.length === 0) return
  await client.query({
    name: 'mail-postpone',
    text: `UPDATE mail SET not_before = put_off.at
      FROM unnest($1::text[], $2::uuid[], $3::timestamptz[]) AS put_off(address, id, at)
      WHERE mail.address_index = decode(put_off.address, 'hex') AND mail.id = put_off.id`,
    values: [later.map(({ mail }) => mail.address), later.map(({ mail }) => mail.id), later.map(({ at }) => at)],
  })
}

function take(client: Queryable, attempt: Attempt, mails: Waiting[]): Promise<Begun[]> {
  return beginAttempt(client, attempt, {
    name: 'mail-take',
    text: `FROM unnest($4::text[], $5::uuid[]) AS taken(address, taken_id)
       WHERE address_index = decode(taken.address, 'hex') AND id = taken_id`,
    values: [mails.map(({ address }) => address), mails.map(({ id }) => id)],
  })
}

function takeMailings(client: Queryable, attempt: Attempt, size: number): Promise<Begun[]> {
  return beginAttempt(client, attempt, {
    name: 'mail-take-mailings',
    text: `WHERE (address_index, id) IN (
       SELECT address_index, id FROM mail
       WHERE sent_at IS NULL AND failed_at IS NULL AND batch_id IS NULL AND mailing_id IS NOT NULL AND not_before <= $3
       ORDER BY not_before LIMIT $4)`,
    values: [size],
  })
}
