import { z } from 'zod'
import { countryCodes } from './input/country-codes'
import { isLocalSite } from './local-site'
import { readSecretFiles } from './secret-files.mjs'

const key32 = z
  .base64url()
  .refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes in base64url')
  .transform((text) => Buffer.from(text, 'base64url'))

const DAY = 86_400
const MONTH = 31 * DAY

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The site's public address: scheme, host and port, no path. */
  SITE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** The same site as an onion service, told to Tor Browser with every page: scheme and host. */
  ONION_URL: z
    .url({ protocol: /^https?$/, hostname: /\.onion$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The admin area's address, if it has a process of its own (ROLE=admin): another host or port. */
  ADMIN_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The number of processes that answer requests on the one port, in production: one per core on a busy site. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** The format of the log: text for people, or one JSON object a line (docs/operations/monitoring.md). */
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  /**
   * The port on which Prometheus reads this process's metrics; nothing is measured unless it is set
   * (docs/operations/monitoring.md).
   */
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  /** Address on which the metrics port listens; localhost unless set. */
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** The number of our own reverse proxies in front. 0: headers about the origin of a request are ignored. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /**
   * `web` serves the public and cannot open what it stores; `admin` serves the staff at ADMIN_URL; `worker` sends and
   * counts; `all` does everything in one process.
   */
  ROLE: z.enum(['all', 'web', 'admin', 'worker']).default('all'),
  DATA_DIR: z.string().default('.data'),
  /** Folder of the backups (docs/operations/backups.md). A worker that knows it warns when one is late. */
  BACKUP_DIR: z.string().optional(),
  /** The age recipient to whom backups are encrypted. The identity that decrypts them is kept elsewhere. */
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]{20,}$/, 'must be an age recipient, age1…')
    .optional(),
  /** A Chromium, with which a worker adds PDFs to the packs of deliveries and draws the titles of pictures to share. */
  CHROMIUM_PATH: z.string().optional(),
  /** X25519 public key to which names and addresses are sealed. */
  SEAL_PUBLIC_KEY: key32,
  /** Its private half: absent where ROLE=web. */
  SEAL_PRIVATE_KEY: key32.optional(),
  /** The pair before it: opens what `npm run rotate-keys` has not re-encrypted yet. Absent where ROLE=web. */
  SEAL_PRIVATE_KEY_BEFORE: key32.optional(),
  BLIND_INDEX_KEY: key32,
  /** The key before it, until `npm run rotate-keys` has moved every row (docs/security/keys.md). */
  BLIND_INDEX_KEY_BEFORE: key32.optional(),
  /** Ed25519 seed that signs the ledger's checkpoints: absent where ROLE=web. */
  LEDGER_KEY: key32.optional(),
  /** The seed before it: signs too, until everyone has the new one (docs/ledger.md, "Keys"). */
  LEDGER_KEY_BEFORE: key32.optional(),
  /** File that names the witnesses and their quorum (C2SP tlog-policy). */
  LEDGER_WITNESSES: z.string().optional(),
  /** Seals sign-in links and second factors of the staff. Next-auth reads it under the same name. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** The secret before it, until `npm run rotate-keys` has re-encrypted every second factor. */
  NEXTAUTH_SECRET_BEFORE: z.string().min(32).optional(),
  MAIL_DRIVER: z.enum(['outbox', 'resend', 'smtp']).default('outbox'),
  MAIL_FROM: z.string().default('The Coalition <mail@localhost>'),
  /**
   * The name below `_domainkey` of the sender's domain under which the provider publishes its DKIM key, so that the key
   * is checked together with SPF and DMARC. Resend's is known.
   */
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z\d]([\w-]*[a-z\d])?(\.[a-z\d]([\w-]*[a-z\d])?)*$/i, 'must be a name such as mail or s1')
    .max(200)
    .optional(),
  /** Mails to signers do not name the petition; only the page behind their link does. Web processes mention it. */
  MAIL_NEUTRAL: z.stringbool().default(false),
  RESEND_API_KEY: z.string().optional(),
  /** The account's maximum number of requests a second, each with up to 100 mails. Applies to each worker. */
  RESEND_PER_SECOND: z.coerce.number().min(1).max(100).default(2),
  RESEND_BASE_URL: z.url().optional(),
  /** Verifies the provider's webhooks (`whsec_…`). Without it, bounces and complaints are ignored. */
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{20,}={0,2}$/)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /**
   * Seconds between the approval of an act that destroys data or mails many people, and its execution, so that others
   * can stop it. At least a day on a site that others reach.
   */
  APPROVAL_DELAY: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.number().max(MONTH))
    .default(DAY),
  /** The contact about personal data, shown in the privacy notice as it is written here. */
  PRIVACY_CONTACT: z.string().trim().min(3).max(300).optional(),
  /** The contact for corrections of machine translations; `PRIVACY_CONTACT` by default. */
  CORRECTIONS_CONTACT: z.string().trim().min(3).max(300).optional(),
  /** The address for reports of vulnerabilities (`mailto:…` or `https://…`), shown at `/.well-known/security.txt`. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
    .optional(),
  /**
   * Seconds that new signatures of a quiet petition wait before they are published: a random time between the two
   * numbers. 120-600 or longer on a site that others reach; by default at once on a local one.
   */
  QUIET_SECONDS: z
    .string()
    .regex(/^\d{1,5}-\d{1,5}$/, 'must be two numbers of seconds, such as 120-600')
    .transform((text) => {
      const [least = 0, most = 0] = text.split('-').map(Number)
      return { least, most }
    })
    .refine(({ least, most }) => least < most, 'the second number must be the larger one')
    .optional(),
  /** Codes of further countries that no public number names (lib/petitions/unnamed-countries.ts): `MN,KZ`. */
  COUNTRIES_UNNAMED: z
    .string()
    .transform((text) => text.split(',').map((code) => code.trim()))
    .refine((codes) => codes.every((code) => countryCodes.includes(code)), 'must be codes of ISO 3166-1, with commas')
    .optional(),
  /** Lets webhooks go to this machine too, at any port, without TLS: to try them, and for tests. */
  WEBHOOKS_TO_LOOPBACK: z.stringbool().default(false),
  /** Adds a right-to-left pseudo-language, to see that the layout holds. */
  TEST_LOCALE: z.stringbool().default(false),
})

/**
 * Where others can reach the site, these waits have a minimum: a shorter quiet period would let a network observer tell
 * who signed, and a shorter delay would leave nobody time to stop a destructive act.
 */
const schema = settings
  .refine(
    ({ QUIET_SECONDS: quiet, SITE_URL }) =>
      !quiet || isLocalSite(SITE_URL) || (quiet.least >= 120 && quiet.most - quiet.least >= 480),
    {
      path: ['QUIET_SECONDS'],
      message: 'on a site that others reach, not below 120, and not nearer together than 480',
    },
  )
  .refine(({ APPROVAL_DELAY, SITE_URL }) => APPROVAL_DELAY >= DAY || isLocalSite(SITE_URL), {
    path: ['APPROVAL_DELAY'],
    message: 'less than a day (86400) is for a site on localhost only',
  })
  .refine(({ WEBHOOKS_TO_LOOPBACK, SITE_URL }) => !WEBHOOKS_TO_LOOPBACK || isLocalSite(SITE_URL), {
    path: ['WEBHOOKS_TO_LOOPBACK'],
    message: 'is for a site on localhost only: the worker would post to whatever listens beside it',
  })
  .superRefine((set, ctx) => {
    for (const [key, message] of roleTroubles(set)) ctx.addIssue({ code: 'custom', path: [key], message })
  })
  .transform((set) => ({ ...set, ADMIN_URL: set.ADMIN_URL ?? set.SITE_URL }))

/** The settings that a public process must not have. */
const PRIVATE = [
  'SEAL_PRIVATE_KEY',
  'SEAL_PRIVATE_KEY_BEFORE',
  'LEDGER_KEY',
  'LEDGER_KEY_BEFORE',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_SECRET_BEFORE',
] as const

/** Settings that do not fit the role of the process: their names, each with what is wrong. */
function* roleTroubles(set: z.infer<typeof settings>): Generator<[name: string, trouble: string]> {
  const apart = set.ADMIN_URL !== undefined && new URL(set.ADMIN_URL).origin !== new URL(set.SITE_URL).origin
  if (set.ROLE === 'all' && apart)
    yield ['ADMIN_URL', 'ROLE=all serves the admin area at SITE_URL. Leave it out, or start ROLE=web and ROLE=admin']
  if (set.ROLE === 'admin') {
    if (!apart) yield ['ADMIN_URL', 'ROLE=admin needs an address of its own, with another host or port than SITE_URL']
    if (!set.SEAL_PRIVATE_KEY) yield ['SEAL_PRIVATE_KEY', 'ROLE=admin needs it to open what staff may read']
    if (!set.NEXTAUTH_SECRET) yield ['NEXTAUTH_SECRET', 'ROLE=admin needs it to sign staff in']
  }
  if (set.ROLE === 'worker') {
    if (!set.SEAL_PRIVATE_KEY) yield ['SEAL_PRIVATE_KEY', 'the worker needs it to open addresses to send mail to']
  }
  // The admin area mails one thing: that the worker is silent.
  if (set.ROLE !== 'web') {
    if (set.MAIL_DRIVER === 'resend' && !set.RESEND_API_KEY) yield ['RESEND_API_KEY', 'MAIL_DRIVER=resend needs it']
    if (set.MAIL_DRIVER === 'smtp' && !set.SMTP_URL) yield ['SMTP_URL', 'MAIL_DRIVER=smtp needs it']
  }
  // On machines that the internet reaches, a web process with a private key would make what its pages say untrue.
  if (set.ROLE === 'web' && !isLocalSite(set.SITE_URL))
    for (const key of PRIVATE) if (set[key]) yield [key, 'must not be here: ROLE=web never gets it']
}

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * The process environment, checked once. Lazy, so that a build needs no secrets.
 * @throws Error with one readable line for each variable that is missing or malformed (never its value)
 */
export function env(): Env {
  parsed ??= read(process.env)
  return parsed
}

/** With the secrets that are in files, which libraries then find in the environment too. */
function read(source: NodeJS.ProcessEnv): Env {
  const troubles = readSecretFiles(source)
  if (troubles.length > 0) throw incomplete(troubles)
  return readEnv(source)
}

/** Reads settings from a record, such as `process.env`. @throws Error that lists every invalid setting */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source)
  if (result.success) return result.data
  throw incomplete(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

function incomplete(troubles: string[]): Error {
  return new Error(`The environment is not complete:\n${troubles.map((trouble) => `  ${trouble}`).join('\n')}`)
}
