import { t } from './words'

const HOUR = 3_600_000

/** A duration in the largest suitable unit: "12 minutes", "5 hours", "3 days". @param ms not negative */
export function age(ms: number): string {
  if (ms < HOUR) return t('age.minutes', { number: Math.max(1, Math.floor(ms / 60_000)) })
  return ms < 48 * HOUR
    ? t('age.hours', { number: Math.floor(ms / HOUR) })
    : t('age.days', { number: Math.floor(ms / (24 * HOUR)) })
}
