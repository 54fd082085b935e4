#pragma once

#include <cstring>

#include "args.h"

namespace sockcall {

// A JavaScript array of TypeScript's own, to which a call adds what C gives in chains of structures.
class List {
 public:
  List(const Arguments& in, size_t index) : List(in.env(), in.Value(index)) {}
  List(napi_env env, napi_value array) : env_(env), array_(array) {}

  void Add(double number) {
    napi_value value = nullptr;
    napi_create_double(env_, number, &value);
    Append(value);
  }

  // UTF-8, undefined for a null pointer.
  void AddText(const char* text) {
    napi_value value = nullptr;
    if (text == nullptr) napi_get_undefined(env_, &value);
    else napi_create_string_utf8(env_, text, NAPI_AUTO_LENGTH, &value);
    Append(value);
  }

  // A chain of texts that ends with a null pointer, as an array of its own.
  void AddTexts(char** texts) {
    napi_value values = nullptr;
    napi_create_array(env_, &values);
    List list(env_, values);
    for (char** text = texts; text != nullptr && *text != nullptr; text++) list.AddText(*text);
    Append(values);
  }

  // The bytes of a Sockaddr of lib/address/sockaddr.ts.
  void AddSockaddr(const Sockaddr& address) {
    napi_value buffer = nullptr;
    napi_value bytes = nullptr;
    void* data = nullptr;
    if (napi_create_arraybuffer(env_, sizeof(address), &data, &buffer) == napi_ok) {
      std::memcpy(data, static_cast<const void*>(&address), sizeof(address));
      napi_create_typedarray(env_, napi_uint8_array, sizeof(address), buffer, 0, &bytes);
    }
    Append(bytes);
  }

 private:
  void Append(napi_value value) {
    if (value != nullptr) napi_set_element(env_, array_, size_++, value);
  }

  napi_env env_;
  napi_value array_;
  uint32_t size_ = 0;
};

}  // namespace sockcall
