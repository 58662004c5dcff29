/* What large providers do with their addresses, from their own help pages. Maintained by hand and open to correction:
   used for counting only; no signatures are merged by it. */

const words = (text: string) => text.trim().split(/\s+/)

/** Domains under which one account receives the same mail. The first represents all. */
const families = [
  words('gmail.com googlemail.com'),
  words('proton.me protonmail.com protonmail.ch pm.me'),
  words('icloud.com me.com mac.com'),
  words('hanmail.net daum.net'),
  words(
    'yandex.ru yandex.com yandex.by yandex.kz yandex.ua yandex.uz yandex.com.tr yandex.com.ge yandex.co.il ya.ru narod.ru',
  ),
]

/** The domain that represents its family. */
export const familyOf: ReadonlyMap<string, string> = new Map(
  families.flatMap((family) => family.map((domain): [string, string] => [domain, family[0] ?? domain])),
)

/** Marks inside a local part that the provider ignores. */
export const unseenMarks: ReadonlyMap<string, RegExp> = new Map([
  ['gmail.com', /\./g],
  ['proton.me', /[._-]/g],
  // Dots and hyphens are equivalent there.
  ['yandex.ru', /[.-]/g],
])

/** A hyphen begins a tag there, as the plus sign does nearly everywhere: `name-tag@`. Yahoo names have no hyphen. */
export const hyphenTags: ReadonlySet<string> = new Set(
  words(
    `yahoo.com yahoo.co.jp yahoo.co.uk yahoo.co.in yahoo.in yahoo.co.id yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.com.ar
    yahoo.com.au yahoo.com.br yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw
    yahoo.com.vn yahoo.ca yahoo.cl yahoo.cn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu
    yahoo.ie yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se ymail.com rocketmail.com`,
  ),
)

/** `anything@name.provider` is the mailbox of `name`: the account's name is a subdomain. */
export const nameInDomain: ReadonlySet<string> = new Set(
  words(
    // Fastmail.
    `fastmail.com fastmail.fm fastmail.cn fastmail.co.uk fastmail.com.au fastmail.de fastmail.es fastmail.im fastmail.in
    fastmail.jp fastmail.mx fastmail.net fastmail.nl fastmail.org fastmail.se fastmail.to fastmail.tw fastmail.uk
    fastmail.us fastmailbox.net fastmessaging.com fea.st fmail.co.uk fmailbox.com fmgirl.com fmguy.com ftml.net
    hailmail.net imap.cc imap-mail.com imapmail.org inoutbox.com internet-mail.org jetemail.net justemail.net
    letterboxes.org mailas.com mailbolt.com mailc.net mailcan.com mail-central.com mailforce.net mailhaven.com
    mailite.com mailmight.com mailnew.com mail-page.com mailsent.net mailup.net mailworks.org ml1.net mm.st myfastmail.com
    nospammail.net ownmail.net petml.com postinbox.com postpro.net proinbox.com realemail.net rushpost.com sent.as sent.at
    sent.com speedpost.net speedymail.org ssl-mail.com swift-mail.com veryspeedy.net warpmail.net xsmail.com yepmail.net
    your-mail.com 123mail.org 150mail.com
    anonaddy.com anonaddy.me addymail.com addy.biz 4wrd.cc mailer.me
    mozmail.com 33mail.com runbox.com`,
  ),
)
