"""Certificates for tests, made while they run: for the curve P-256, signed by themselves.

DER by X.690, the certificate by RFC 5280, its key by RFC 5915, the signature by FIPS 186-4. Nothing here is
secret, and nobody trusts it but a test.
"""

import base64
import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_PUBLIC_KEY, _CURVE, _SIGNED = "06072A8648CE3D0201", "06082A8648CE3D030107", "06082A8648CE3D040302"
_NAME, _HOSTS, _AUTHORITY = "0603550403", "0603551D11", "0603551D13"
_chance = random.Random(3)


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, as PEM."""

    certificate: str
    key: str


def certificate(
    hosts: Sequence[str], since: str = "200101000000Z", until: str = "491231235959Z"
) -> Certificate:
    """A certificate for these hosts between two moments (YYMMDDHHMMSSZ)."""
    secret = _chance.randrange(1, _N)
    x, y = _times(secret, _G)
    point = b"\0\4" + x.to_bytes(32, "big") + y.to_bytes(32, "big")
    named = _sequence(_tlv(0x31, _sequence(bytes.fromhex(_NAME), _tlv(0x0C, hosts[0].encode()))))
    yes = _tlv(0x01, b"\xff")
    algorithm = _sequence(bytes.fromhex(_SIGNED))
    names = _sequence(*(_tlv(0x82, host.encode()) for host in hosts))
    told = _sequence(
        _tlv(0xA0, _number(2)),
        _number(_chance.getrandbits(64)),
        algorithm,
        named,
        _sequence(_tlv(0x17, since.encode()), _tlv(0x17, until.encode())),
        named,
        _sequence(_sequence(bytes.fromhex(_PUBLIC_KEY), bytes.fromhex(_CURVE)), _tlv(0x03, point)),
        _tlv(0xA3, _sequence(
            _sequence(bytes.fromhex(_HOSTS), _tlv(0x04, names)),
            _sequence(bytes.fromhex(_AUTHORITY), yes, _tlv(0x04, _sequence(yes))),
        )),
    )  # fmt: skip
    whole = _sequence(told, algorithm, _tlv(0x03, b"\0" + _signature(secret, told)))
    key = _sequence(
        _number(1), _tlv(0x04, secret.to_bytes(32, "big")), _tlv(0xA0, bytes.fromhex(_CURVE)),
        _tlv(0xA1, _tlv(0x03, point)),
    )  # fmt: skip
    return Certificate(_pem("CERTIFICATE", whole), _pem("EC PRIVATE KEY", key))


def _signature(secret: int, told: bytes) -> bytes:
    digest = int.from_bytes(hashlib.sha256(told).digest(), "big")
    once = _chance.randrange(1, _N)
    r = _times(once, _G)[0] % _N
    return _sequence(_number(r), _number(pow(once, -1, _N) * (digest + r * secret) % _N))


def _times(number: int, point: tuple[int, int]) -> tuple[int, int]:
    found: tuple[int, int] | None = None
    while number:
        if number & 1:
            found = point if found is None else _plus(found, point)
        point, number = _plus(point, point), number >> 1
    assert found
    return found


def _plus(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    rise = (3 * a[0] ** 2 - 3, 2 * a[1]) if a == b else (b[1] - a[1], b[0] - a[0])
    slope = rise[0] * pow(rise[1], -1, _P) % _P
    x = (slope**2 - a[0] - b[0]) % _P
    return x, (slope * (a[0] - x) - a[1]) % _P


def _tlv(tag: int, value: bytes) -> bytes:
    length = len(value)
    if length < 0x80:
        return bytes([tag, length]) + value
    told = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(told)]) + told + value


def _sequence(*parts: bytes) -> bytes:
    return _tlv(0x30, b"".join(parts))


def _number(value: int) -> bytes:
    return _tlv(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _pem(what: str, der: bytes) -> str:
    return f"-----BEGIN {what}-----\n{base64.encodebytes(der).decode()}-----END {what}-----\n"
