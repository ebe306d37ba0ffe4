// An index cut into files that any web host can serve, and that it may keep for ever.
//
// A query reads few blocks of a database, and a block of a B-tree is found through a few
// others. So a chunk is one of
//
//   * the upper levels of the trees, which every query needs: the first chunk, or several of a
//     large index, of which the first has all but the lowest of those levels;
//   * some neighbouring leaves with many small items, or fewer with a few large ones;
//   * one attachment: the record of one page, or the column of one facet.
//
// The file of a chunk holds its bytes deflated and is named by a hash of what it holds. So a
// file never changes, and one that is not what was asked for is noticed. A small index is one
// chunk but for its attachments. The manifest (manifest.h) lists them all.
//
// On what level a block is, and how full, is read off Xapian's glass format (the beginning of
// a block: backends/glass/glass_table.h). A wrong guess would cost time, and nothing else.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "search/query.h"

namespace debrief::search {

// Cuts up the index in `file`. `write` gets each file to be served, with its path beside the
// manifest: from several threads, each path once.
void write_chunks(
    const std::filesystem::path& file, unsigned jobs,
    const std::function<void(const std::string& path, std::string_view bytes)>& write);

// The same index, put together again from the files in `folder`, byte for byte, as `file`.
// Throws std::runtime_error if a file is missing or is not what the manifest says.
void join_chunks(const std::filesystem::path& folder, const std::filesystem::path& file);

// An engine on the files in `folder`; throws as join_chunks does. Writes nothing: the index is
// put together in memory.
Engine open_chunks(const std::filesystem::path& folder);

}  // namespace debrief::search
