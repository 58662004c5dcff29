import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GrowthBars } from './growth-bars'

const bars = [0, 7, -2].map((net, i) => ({ at: new Date(Date.UTC(2026, 10, 28, i)), net }))
const html = (href?: (at: Date) => string | null) =>
  renderToStaticMarkup(
    <GrowthBars
      id="hours"
      title="Per hour"
      bars={bars}
      name={(at) => at.toISOString().slice(11, 16)}
      unit="Hour"
      zone="UTC"
      {...(href && { href })}
    />,
  )

test('each bar leads to its list, and so does its row in the table, for keys', () => {
  const page = html((at) => `/list?from=${at.toISOString().slice(11, 13)}`)
  const links = [...page.matchAll(/<a href="([^"]*)"( tabindex="-1")?>/g)].map(([, to, pointer]) => [
    to,
    Boolean(pointer),
  ])
  expect(links).toEqual([
    ...['00', '01', '02'].map((hour) => [`/list?from=${hour}`, true]),
    ...['02', '01', '00'].map((hour) => [`/list?from=${hour}`, false]),
  ])
  expect(page).toContain('<title>01:00: 7</title>')
  // The content of a picture is not read out: with links in it, it is a group.
  expect(page).toContain('<svg role="group"')
})

test('without a list of what they show, the bars are a picture', () => {
  expect(html()).toContain('<svg role="img"')
  expect(html(() => null)).not.toContain('<a ')
})
