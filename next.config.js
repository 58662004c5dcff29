/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // The front door compresses once and keeps the bytes.
  compress: false,
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'libsodium-wrappers', 'nodemailer'],
}
