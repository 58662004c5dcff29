import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { signalCodes } from '@/lib/integrity/signals'
import { Flags } from './flags'

const html = (signals: string) => renderToStaticMarkup(<Flags signals={signals} />)

test('each flag says the number that it stands for', () => {
  expect(html('busy_network busy_domain')).toBe(
    '<span title="More than 60 an hour; of wide IPv6 networks 300 or 3,000">Busy network</span>, ' +
      '<span title="More than 60 confirmed an hour; at large providers 6,000 or 30,000">Busy mail domain</span>',
  )
  expect(html('busy_link')).toContain('title="More than 500 an hour"')
  expect(html('crowded_domain')).toContain('More than 300 confirmed an hour; at large providers 30,000 or 150,000')
  expect(html('shared_mailbox')).toContain('More than 2 signatures of one mailbox for this petition')
})

test('every flag has one, and no flag is nothing', () => {
  for (const code of signalCodes) expect(html(code)).toMatch(/^<span title="[^"{}]+">[^<_]+<\/span>$/)
  expect(html('')).toBe('')
  expect(html('unheard_of')).toBe('<span>Unheard of</span>')
})
