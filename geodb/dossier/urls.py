"""Recognising a web address again, however it was copied."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|(fb|g|d|y|tw|ms)clid|[gw]braid|igsh(id)?|mc_[ce]id|mkt_tok|_g[al]|ref_(src|url)|__twitter_impression"
    r"|ns_.*|at_.*|xtor|smid|smtyp|ocid|cmpid|ito|guccounter|guce_.*|s_cid|spm|share(d|_id)?|amp",
    re.IGNORECASE,
)
_SAYS_AMP = {"outputtype"}
_OTHER_EDITIONS = {"m", "mobile", "amp", "www"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
_AMP_CACHE = re.compile(r"^/(?:c|v|amp)/(?:s/)?([^/]+\.[^/]+)(/.*)?$")


def canonical_url(url: str) -> str:
    """Return what all addresses of one page have in common; equal results mean the same page.

    Dropped are tracking, the fragment, a default port, user names, a closing slash, and the prefixes www, m,
    mobile and amp of the host; pages of an AMP cache become those of the publisher. The scheme becomes https.
    It serves to compare, not to fetch. What is no http address is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        return url
    if scheme not in _DEFAULT_PORTS or not host:
        return url
    path = parts.path
    if (host.endswith(".ampproject.org") or "google." in host) and (cached := _AMP_CACHE.match(path)):
        return canonical_url(f"https://{cached[1]}{cached[2] or ''}?{parts.query}")
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    fragment = _quoted(parts.fragment) if parts.fragment.startswith("!") else ""
    return urlunsplit(("https", _main_host(host), _main_path(path), _query(parts.query), fragment))


def _main_host(host: str) -> str:
    labels = host.rstrip(".").split(".")
    while len(labels) > 2 and labels[0] in _OTHER_EDITIONS:  # noqa: PLR2004 - a name and its top-level domain
        del labels[0]
    if len(labels) > 3 and labels[1] in _OTHER_EDITIONS - {"www"}:  # noqa: PLR2004 - en.m.example.org
        del labels[1]
    return ".".join(labels)


def _main_path(path: str) -> str:
    return re.sub(r"(?:/amp)*/*$", "", re.sub(r"/{2,}", "/", _quoted(path))) or "/"


def _quoted(part: str) -> str:
    """Percent-encode what browsers encode when they copy an address, and nothing twice."""
    return quote(part, safe="/%:@!$&'()*+,;=~-._", errors="replace")


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(
        sorted(
            (name, value)
            for name, value in pairs
            if not _TRACKING.fullmatch(name) and not (name.lower() in _SAYS_AMP and value.lower() == "amp")
        ),
        errors="replace",
    )
