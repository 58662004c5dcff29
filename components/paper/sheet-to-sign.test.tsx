import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { qrPath } from '@/components/coalition/qr-path'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { SheetToSign } from './sheet-to-sign'

const text = { locale: 'en', title: 'A call', call: 'We call.', asks: ['Act.'] }
const petition = { slug: 'a-call', text } as PetitionView

test('the code on a sheet opens the form for this petition, member and serial', () => {
  const page = (via: string | null) =>
    renderToStaticMarkup(<SheetToSign petition={petition} via={via} serial="0123456789" locale="en" />)
  const address = 'http://localhost:3000/admin/paper/new?petition=a-call&serial=0123456789'
  expect(page('kontras')).toContain(qrPath(`${address}&via=kontras`).path)
  expect(page(null)).toContain(qrPath(address).path)
  expect(page(null)).toContain('01234-56789')
})
