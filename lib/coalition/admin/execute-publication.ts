import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { executeWords, lockWords } from '../texts/save-text'
import { executeLetter } from './open-letter'
import { executeStatement } from './publish-statement'
import { executeGovernment } from './save-government'

const kinds = {
  statement: executeStatement,
  letter: executeLetter,
  government: executeGovernment,
  words: executeWords,
}

/** A second person agreed to what the public reads as the coalition's own words, or to where letters go. */
export const executePublication: TwoPersonAct = {
  // Each locks what it is about before anything is agreed to, as whoever writes it does.
  lock: async (tx, { subject, key }) => {
    const [kind] = subject.split(':')
    if (kind === 'statement') await tx.$queryRaw`SELECT 1 FROM statement WHERE version::text = ${key} FOR UPDATE`
    if (kind === 'letter') await tx.$queryRaw`SELECT 1 FROM letter WHERE id::text = ${key} FOR UPDATE`
    if (kind === 'words') await lockWords(tx, key)
  },
  async execute(tx, agreed, now) {
    const kind = agreed.subject.slice(0, agreed.subject.indexOf(':'))
    const execute = Object.entries(kinds).find(([name]) => name === kind)?.[1]
    return execute ? execute(tx, agreed, now) : 'changed'
  },
}
