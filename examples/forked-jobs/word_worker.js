'use strict';
// Counts the words of one file after another: gets a path, answers {words} or {error}.

const fs = require('node:fs');

const kWord = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

function addWords(words, text) {
  for (const word of text.toLowerCase().match(kWord) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
}

async function countWords(file) {
  const words = new Map();
  let rest = '';
  for await (const chunk of fs.createReadStream(file, { encoding: 'utf8' })) {
    const text = rest + chunk;
    // A word that the chunk cuts in two waits for its other half.
    const cut = text.search(/\S*$/);
    addWords(words, text.slice(0, cut));
    rest = text.slice(cut);
  }
  addWords(words, rest);
  return words;
}

process.on('message', async (file) => {
  let answer;
  try {
    answer = { words: await countWords(file) };
  } catch (error) {
    answer = { error };
  }
  if (process.connected) process.send(answer);
});

// Ctrl-C reaches the whole group of processes; this one ends when its parent lets it go.
process.on('SIGINT', () => {});
