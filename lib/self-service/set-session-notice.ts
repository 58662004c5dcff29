import type { Pool, PoolClient } from 'pg'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import type { AccessContent } from './access-content'

/** Stores what the session's page shows from now on. */
export async function setSessionNotice(on: Pool | PoolClient, token: string, content: AccessContent): Promise<void> {
  await on.query("UPDATE access_link SET sealed = $2 WHERE token_hash = $1 AND kind = 'session'", [
    hashToken(token),
    sealWithToken(token, content),
  ])
}
