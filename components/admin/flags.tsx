import { Fragment } from 'react'
import { CONFIRMED_AN_HOUR } from '@/lib/integrity/confirmed-domains'
import { BUSY_FROM } from '@/lib/integrity/rate-limits'
import { MAX_PER_MAILBOX } from '@/lib/signatures/hold-shared'
import { flagName } from './display-names'
import { tOf } from './words'

/** The flags of a signature, stored as one line of codes; each has a tooltip with its limit. */
export function Flags({ signals }: { signals: string }) {
  return signals
    .split(' ')
    .filter(Boolean)
    .map((code, i) => (
      <Fragment key={code}>
        {i > 0 && ', '}
        <span title={tOf('flagTitle', code, numbers[code])}>{flagName(code)}</span>
      </Fragment>
    ))
}

const { small, national, worldwide } = CONFIRMED_AN_HOUR

/** The limit behind each flag, from the code. */
const numbers: Record<string, Record<string, number>> = {
  busy_network: BUSY_FROM,
  busy_link: BUSY_FROM,
  busy_domain: { small: small.busy, national: national.busy, worldwide: worldwide.busy },
  crowded_domain: { small: small.crowded, national: national.crowded, worldwide: worldwide.crowded },
  shared_mailbox: { most: MAX_PER_MAILBOX },
}
