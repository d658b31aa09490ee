'use strict';

// Stands in for `@exodus/bytes/encoding.js` inside the bundle of whatwg-url, loaded there for its
// effect on other encodings than UTF-8 only.
