import { expect, it } from 'vitest'
import type { ActivityView } from '@/lib/coalition/activity-view'
import { parsePartialDate } from '@/lib/coalition/partial-date'
import { activityData } from './activity-data'

const now = new Date('2026-11-28T12:00:00Z')

function data(happened: string, ended: Date | null = null) {
  const activity: ActivityView = {
    slug: 'a-hearing',
    happened: parsePartialDate(happened),
    ended,
    byCoalition: false,
    answers: null,
    petitionSlug: null,
    letterSlug: null,
    publishedAt: now,
    updatedAt: now,
    sources: [],
    documents: [],
    text: { locale: 'en', title: 'A hearing', place: null, body: '**Three** spoke.', doubt: null },
  }
  return activityData(activity, 'en', 'https://example.org/en/activities/a-hearing', now)
}

it('says of nothing that is over that it is planned', () => {
  for (const day of ['2011-09-07', '2015', '2026-10', '2026-11-27'])
    expect([day, data(day).eventStatus]).toEqual([day, undefined])
  expect(data('2026-11-20', new Date('2026-11-27')).eventStatus).toBeUndefined()
})

it('says of what is still to come, or goes on, that it is planned', () => {
  for (const day of ['2026-11-28', '2026-11', '2026', '2027-01-15'])
    expect([day, data(day).eventStatus]).toEqual([day, 'https://schema.org/EventScheduled'])
  expect(data('2026-11-20', new Date('2026-11-29')).eventStatus).toBe('https://schema.org/EventScheduled')
})

it('gives machines the words without marks, and both ends of what took several days', () => {
  expect(data('2011-09-07', new Date('2011-09-08'))).toMatchObject({
    description: 'Three spoke.',
    startDate: '2011-09-07',
    endDate: '2011-09-08',
    url: 'https://example.org/en/activities/a-hearing',
  })
})
