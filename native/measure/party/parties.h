#pragma once

#include <cstddef>
#include <cstdint>

#include "party.h"

namespace sockcall::measure {

// Where single values go, after what Party::Take() takes.
constexpr size_t kValuesPlace = 5;
constexpr size_t kPartyValues = 6;

// A party's block: its loop between taking the terms and giving the account.
template <typename Loop>
int64_t Run(Thread& thread, const Arguments& in, Loop loop) {
  Party party(thread);
  if (const int32_t misuse = party.Take(in)) return misuse;
  const int64_t outcome = loop(party);
  party.Give(in);
  return outcome;
}

}  // namespace sockcall::measure
