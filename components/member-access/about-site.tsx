import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import type { FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { errorsOf } from './proposal-errors'
import { ProposalState } from './proposal-state'

/** The member's website. */
export function AboutSite({ own, draft, locale }: { own: OwnPart; draft: FormState; locale: Locale }) {
  const website = translator(locale, 'members')('website')
  return (
    <>
      <h3 className="mt-10">{website}</h3>
      <ProposalState own={own} language={locale} locale={locale} />
      <form method="post" action={`/${locale}${MEMBER_PATH}/proposals`} noValidate className="mt-4 space-y-5">
        <TextField
          words={{ ...errorsOf('website', draft.errors, locale), label: website }}
          type="url"
          dir="ltr"
          maxLength={300}
          defaultValue={draft.values.website ?? own.values.website}
        />
        <input type="hidden" name="part" value="site" />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {translator(locale, 'memberPage.about')('submit')}
        </Button>
      </form>
    </>
  )
}
