import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { GET as petitionQr } from '@/app/[locale]/petitions/[slug]/share/qr.svg/route'
import { GET as siteQr } from '@/app/[locale]/share/qr.svg/route'
import { qrFile } from '@/components/coalition/qr-path'
import { SharePage } from '@/components/coalition/share-page'
import { ShareSheet } from '@/components/coalition/share-sheet'
import { sharedAddress, sharedPetition } from '@/components/coalition/shared-address'
import { HomePage } from '@/components/petitions/home-page'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'

useDatabase()

const request = new Request('http://localhost')
const addressOf = (slug: string) => `${env().SITE_URL}/en/petitions/${slug}`

beforeAll(async () => {
  for (const [slug, day] of [
    ['camps', '2026-03-01'],
    ['missing', '2026-02-01'],
    ['old', '2026-01-01'],
  ] as const) {
    const id = await aPetition(slug)
    await db().petition.update({ where: { id }, data: { openedAt: new Date(day) } })
    await db().petitionText.updateMany({ where: { petitionId: id }, data: { title: `On ${slug}` } })
  }
  await db().petition.update({ where: { slug: 'old' }, data: { status: 'closed', closedAt: new Date('2026-04-01') } })
})

test('the home page leads to every open petition, the newest first', async () => {
  const petitions = await listPetitions('en')
  const page = renderToStaticMarkup(<HomePage petitions={petitions} words={null} answers={[]} locale="en" />)
  const links = [...page.matchAll(/href="\/en\/petitions\/([\w-]+)"/g)].map(([, slug]) => slug)
  expect(links).toEqual(['camps', 'missing'])
  expect(page).toContain('Other petitions open for signature')
  const [first, , ...rest] = petitions
  const one = renderToStaticMarkup(
    <HomePage
      petitions={[first, ...rest].flatMap((petition) => petition ?? [])}
      words={null}
      answers={[]}
      locale="en"
    />,
  )
  expect(one).not.toContain('Other petitions')
})

test('links, flyer and QR code name the petition that they are for, and lead to those of the other', async () => {
  const site = await sharedAddress('en')
  const other = await sharedPetition('missing', 'en')
  if (!other) throw new Error('it is open')
  for (const [shared, own, another] of [
    [site, 'camps', '/en/petitions/missing/share'],
    [other, 'missing', '/en/petitions/camps/share'],
  ] as const) {
    expect(shared.address).toBe(addressOf(own))
    const page = renderToStaticMarkup(<SharePage {...shared} words={null} locale="en" />)
    expect(page).toContain(`<strong>On ${own}</strong>`)
    expect(page).toContain(`href="${another}"`)
    expect(page).toContain(`href="/en${shared.path}/sheet"`)
    expect(page).toContain(`href="/en${shared.path}/qr.svg"`)
    expect(page).toContain(`href="/en/petitions/${own}/sheet"`)
    const flyer = renderToStaticMarkup(<ShareSheet {...shared} locale="en" />)
    expect(flyer).toContain(`On ${own}`)
    expect(flyer).toContain(`QR code that leads to ${addressOf(own)}`)
    expect(flyer).toContain(`href="/en${shared.path}"`)
  }
})

test('the QR code of each open petition is a file; there is none of one that is closed or made up', async () => {
  const file = async (slug: string) => petitionQr(request, { params: Promise.resolve({ locale: 'en', slug }) })
  for (const slug of ['camps', 'missing'])
    expect(await (await file(slug)).text()).toBe(await qrFile(addressOf(slug)).text())
  expect((await file('old')).status).toBe(404)
  expect((await file('made-up')).status).toBe(404)
  expect(await (await siteQr(request, { params: Promise.resolve({ locale: 'en' }) })).text()).toBe(
    await qrFile(addressOf('camps')).text(),
  )
})
