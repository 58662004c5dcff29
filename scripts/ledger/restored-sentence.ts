import type { RestoreLeavesResult } from '@/lib/ledger/restore/restore-leaves'

/** The result of putting entries back, in a sentence. */
export function restoredSentence(slug: string, result: RestoreLeavesResult): string {
  if (result.ok) {
    const lost = result.lost > 0 ? ` ${result.lost} count although their signatures are lost.` : ''
    return `${slug}: ${result.added} entries restored after the ${result.before} that were there.${lost}`
  }
  switch (result.reason) {
    case 'petition_unknown':
      return `${slug}: the database has no such petition.`
    case 'policy_needed':
      return `${slug}: the database does not know the ledger's key. Give the policy that you keep elsewhere: --policy file`
    case 'not_a_continuation':
      return `${slug}: the database is NOT the beginning of this mirror. Nothing was added; keep both as evidence.`
    case 'mirror_too_old':
      return `${slug}: ${result.size} entries, and this machine signed ${result.signed}. Find a newer mirror; until then nothing is counted.`
  }
}
