import { cache } from 'react'
import type { AdminLanguage } from '@/messages/admin/translator'

/** What each word and time of a page goes by, of this request; set by `readLanguage`. */
export const reader = cache((): { language: AdminLanguage; zone: string } => ({ language: 'en', zone: 'UTC' }))
