import { cache } from 'react'
import type { AdminLanguage } from '@/messages/admin/translator'

/** The language and time zone of this request; set by `readLanguage`. */
export const reader = cache((): { language: AdminLanguage; zone: string } => ({ language: 'en', zone: 'UTC' }))
