import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf, UNREADABLE, WIDER_PREFIXES, widerNetworks } from './network-of'

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['203.0.113.77:51234', '203.0.113.0/24'],
    [' 203.0.113.77 ', '203.0.113.0/24'],
    ['"203.0.113.77:51234"', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['::ffff:cb00:714d', '203.0.113.0/24'],
    ['[::ffff:203.0.113.77]:443', '203.0.113.0/24'],
    ['64:ff9b::203.0.113.7', '203.0.113.0/24'],
    ['2002:cb00:7107::1', '203.0.113.0/24'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::6]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::6]:51234', '2001:db8:1:2::/64'],
    ['"[2001:db8:1:2::6]:51234"', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6%eth0', '2001:db8:1:2::/64'],
  ])('%s', (address, network) => expect(networkOf(address)).toBe(network))

  it.each([
    '127.0.0.1',
    '127.8.9.1:80',
    '::1',
    '[::1]:80',
    '::ffff:127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1:9',
    'fe80::1%eth0',
    'fd00::1',
  ])('%s is in a nearby network', (address) => expect(networkOf(address)).toBe(WIDER_PREFIXES))

  it.each([
    '',
    ' ',
    'unknown',
    '"unknown"',
    '_hidden',
    'somewhere.example',
    '203.0.113',
    '203.0.113.256',
    '0x7f.1',
    '0177.0.0.1',
    '3405803853',
    '203.0.113.77:port',
    '203.0.113.77, 203.0.113.78',
    '[203.0.113.77',
    '[]',
    '2001:db8::1::2',
    '1:2:3:4:5:6:7:8:9',
    'for=203.0.113.77',
  ])('%j is unreadable, and shares one strict limit', (address) => expect(networkOf(address)).toBe(UNREADABLE))

  it('gives every address a network', () => {
    fc.assert(fc.property(fc.string(), (text) => networkOf(text) !== ''))
    fc.assert(fc.property(fc.ipV4(), (ip) => networkOf(`${ip}:80`) === networkOf(ip)))
    fc.assert(fc.property(fc.ipV6(), (ip) => networkOf(`[${ip}]:80`) === networkOf(ip)))
  })
})

it('knows the wider networks of IPv6', () => {
  expect(widerNetworks('2001:db8:1:2::/64')).toEqual({ site: '2001:db8:1::/48', provider: '2001:db8::/32' })
  expect(widerNetworks('203.0.113.0/24')).toBeNull()
  expect(widerNetworks(WIDER_PREFIXES)).toBeNull()
})
