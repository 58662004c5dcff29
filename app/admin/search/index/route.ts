import { suggestionsFor } from '@/components/admin/search/suggestions'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { json } from '@/lib/web/answer'

/** The suggestions of `public/palette.js`. Typed text is not sent here. */
export const GET = adminRoute('overview.see', async (staff) => json(await suggestionsFor(staff, await readLanguage())))
