import type { Pool, PoolClient } from 'pg'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import type { OwnContent } from './own-content'

/** Writes down what the visit's page shows from now on. */
export async function noteInVisit(on: Pool | PoolClient, token: string, content: OwnContent): Promise<void> {
  await on.query("UPDATE own_link SET sealed = $2 WHERE token_hash = $1 AND kind = 'visit'", [
    hashToken(token),
    sealWithToken(token, content),
  ])
}
