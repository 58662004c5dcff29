import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { mailedLink, mailsTo } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test.use({ locale: 'ko-KR' })

test('한국어로 서명하고 확인한다: signing and confirming in Korean', async ({ page, request }) => {
  const person = newPerson({ locale: 'ko', name: '김지수' })
  const before = await count(request)
  await page.goto('/')
  await expect(page).toHaveURL(/\/ko$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expectAccessible(page)

  await sign(page, person)
  await expectAccessible(page)
  const link = await mailedLink(request, person.email)
  expect(link).toContain('/ko/signature/')
  const [mail] = await mailsTo(request, person.email)
  expect(mail?.subject).toMatch(/[가-힣]/)
  expect(await (await request.get(mail?.path ?? '')).text()).toContain('김지수')
  await confirm(page, link, 'ko')
  await expectCount(request, before + 1)
})

test('errors are said in Korean', async ({ page }) => {
  await fillIn(page, newPerson({ locale: 'ko', email: 'x' }))
  await page.getByRole('button', { name: '서명', exact: false }).last().click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(/[가-힣]/)
  await expect(page).toHaveURL(new RegExp(`/ko/petitions/${SLUG}/sign`))
  await expectAccessible(page)
})
