#pragma once

#include <cstddef>
#include <memory>

#include "base/check.hpp"

namespace rejoinder::http {

// Room for one pending Asio operation inside the object that waits for it, so that waiting
// allocates nothing. Outlives the operation.
class OperationMemory {
public:
    OperationMemory() = default;
    OperationMemory(const OperationMemory&) = delete;
    OperationMemory& operator=(const OperationMemory&) = delete;

    std::byte* allocate(std::size_t size) {
        CHECK(!is_used_ && size <= room);
        is_used_ = true;
        return bytes_;
    }

    void release() { is_used_ = false; }

private:
    static constexpr std::size_t room = 88;  // what a wait needs; a larger one stops at the CHECK

    alignas(std::max_align_t) std::byte bytes_[room];
    bool is_used_ = false;
};

// The allocator by which Asio is told to use an `OperationMemory`.
template <class T>
class OperationAllocator {
public:
    using value_type = T;

    explicit OperationAllocator(OperationMemory& memory) : memory_(&memory) {}
    template <class Other>
    OperationAllocator(const OperationAllocator<Other>& other) : memory_(other.memory_) {}

    T* allocate(std::size_t count) {
        return reinterpret_cast<T*>(memory_->allocate(count * sizeof(T)));
    }
    void deallocate(T*, std::size_t) { memory_->release(); }

    template <class Other>
    bool operator==(const OperationAllocator<Other>& other) const {
        return memory_ == other.memory_;
    }

private:
    template <class Other>
    friend class OperationAllocator;
    OperationMemory* memory_;
};

}  // namespace rejoinder::http
